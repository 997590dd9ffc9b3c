/** Where the results of a report go besides: the same for every command that makes one. */
export const exportOptions = {
  format: {
    alias: 'f',
    type: 'string',
    default: 'html',
    describe:
      'html, json and csv are always written; also md, gradescope, github, junit, jsonl, parquet, canvas, moodle',
  },
  roster: { type: 'string', describe: 'CSV of who takes the course: id, name, email, section' },
  canvas: { type: 'string', describe: 'gradebook exported from Canvas, to be filled in' },
  moodle: { type: 'string', describe: 'grading worksheet from Moodle, to be filled in' },
  column: { type: 'string', describe: 'the column of --canvas or --moodle; by the title unless said' },
} as const;

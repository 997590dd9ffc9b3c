import type { CommandModule, Options } from 'yargs';
import type { AdjustOptions } from '../adjust/options.ts';

export const adjustCommand: CommandModule<object, AdjustOptions> = {
  command: 'adjust <assignment>',
  describe: 'decide something beside the machine: points, comments, late days, groups, excuses',
  builder: (yargs) =>
    yargs
      .positional('assignment', { type: 'string', demandOption: true, describe: 'id or file of the assignment' })
      .options({ ...ofStudents, ...ofTheClass, ...ofTheFile })
      .example('$0 adjust a2 --student s-7 --problem q3 --field a1 --points 1 --why "read the scan"', 'a mark')
      .example('$0 adjust a2 --due 2026-10-01T23:59:00-04:00 --per-day 0.1 --times times.csv', 'late days') as never,
  handler: async (options) => {
    const { adjust } = await import('../adjust/adjust.ts');
    process.exitCode = await adjust(options);
  },
};

const ofStudents: Record<string, Options> = {
  student: { alias: 's', type: 'string', array: true, describe: 'whose paper; may be repeated' },
  problem: { alias: 'p', type: 'string', describe: "the problem's key in a submission" },
  field: { type: 'string', describe: 'the line; the whole problem unless said' },
  points: { type: 'string', describe: 'points in place of the machine’s' },
  comment: { type: 'string', describe: 'to the student, on the paper, the problem or the line' },
  reviewed: { type: 'boolean', default: false, describe: 'what the paper waited for was looked at' },
  excuse: { type: 'boolean', default: false, describe: 'of the assignment, or of the problem' },
  extend: { type: 'number', describe: 'more days for this student' },
  'handed-in': {
    type: 'string',
    describe: 'when this student handed in, with the zone',
  },
};

const ofTheClass: Record<string, Options> = {
  group: { type: 'string', describe: 'ids of students with one paper, parted by commas' },
  'group-id': { type: 'string', describe: 'a name under which the group may hand in' },
  paper: { type: 'string', describe: 'whose paper counts, where several of the group handed in' },
  'accept-name': { type: 'string', describe: 'another name for --field of --problem, or for --problem itself' },
  'accept-convention': { type: 'string', describe: 'a convention of --problem' },
  due: { type: 'string', describe: 'when the assignment is due, with the zone' },
  'per-day': { type: 'string', describe: 'the share that a late day costs, such as 0.1' },
  of: { choices: ['score', 'outOf'] as const, describe: 'of what; score unless said' },
  'at-most': { type: 'string', describe: 'the largest share that lateness costs; 1 unless said' },
  'free-days': { type: 'number', describe: 'late days that cost nothing' },
  grace: { type: 'number', describe: 'minutes after the due time that are not late' },
  times: {
    type: 'string',
    describe: 'CSV of student and time: when everyone handed in',
  },
};

const ofTheFile: Record<string, Options> = {
  why: { type: 'string', describe: 'the reason, which the student reads too' },
  by: { type: 'string', describe: 'who decides; the user of this machine unless said' },
  at: { type: 'string', describe: 'when it was decided, with the zone; now unless said' },
  file: { type: 'string', describe: 'adjustments/<assignment>.json unless said' },
  report: { type: 'string', describe: 'folder of the report; reports/<assignment> unless said' },
  list: { type: 'boolean', default: false, describe: 'print what is decided, with numbers' },
  remove: { type: 'number', describe: 'take back the decision of this number' },
};

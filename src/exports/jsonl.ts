import type { Format } from './format.ts';
import { rowsOf } from './rows.ts';

/** One JSON object for each line of each paper. */
export const jsonl: Format = {
  id: 'jsonl',
  start: ({ roster }, sink) => {
    sink('marks.jsonl', '');
    return {
      add: (result) => {
        for (const row of rowsOf(result, roster?.get(result.student)?.section))
          sink('marks.jsonl', `${JSON.stringify(row)}\n`);
      },
      end: () => [],
    };
  },
};

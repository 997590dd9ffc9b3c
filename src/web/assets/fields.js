// The boxes of the page: what stands in them as an answer, and how it was read.
import { Refused, send } from './api.js';

/** Every box, by problem and field. */
export const boxes = [...document.querySelectorAll('.blank')].map((row) => ({
  row,
  problem: row.dataset.problem,
  field: row.dataset.field,
  uses: row.dataset.uses.split(' ').filter((name) => name !== ''),
  input: row.querySelector('textarea'),
  readAs: row.querySelector('.readas'),
  told: row.querySelector('.told'),
  conflict: row.querySelector('.conflict'),
}));

export const boxOf = (problem, field) => boxes.find((one) => one.problem === problem && one.field === field);

/** The answer in a box: text as it is, one line, or the lines of the work. */
export function answerIn({ input }) {
  const lines = input.value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (input.dataset.text === 'true') return input.value;
  return lines.length > 1 ? lines : (lines[0] ?? '');
}

/** As high as its text. */
export function grow({ input }) {
  const lines = input.value.split('\n').length;
  input.rows = Math.min(12, Math.max(input.dataset.text === 'true' ? 4 : 1, lines));
}

const timers = new Map();
const asking = new Map();

/** Says beside each box of a problem how it is read, after a moment of silence. */
export function readSoon(problem, delay = 350) {
  clearTimeout(timers.get(problem));
  timers.set(
    problem,
    setTimeout(() => read(problem), delay),
  );
}

async function read(problem) {
  if (asking.get(problem)) return readSoon(problem);
  const own = boxes.filter((box) => box.problem === problem && box.input.value.trim() !== '');
  const answers = Object.fromEntries(own.map((box) => [box.field, answerIn(box)]));
  asking.set(problem, true);
  try {
    show(problem, own.length === 0 ? [] : await send('POST', '/read', { problem, answers }));
  } catch (error) {
    if (error instanceof Refused && error.status === 422)
      show(
        problem,
        own.map(({ field }) => ({ field, says: error.message })),
      );
    else for (const { readAs } of own) readAs.textContent = '';
  } finally {
    asking.set(problem, false);
  }
}

function show(problem, readings) {
  for (const box of boxes.filter((one) => one.problem === problem)) {
    const found = readings.find(({ field }) => field === box.field);
    box.row.classList.toggle('unread', found?.says !== undefined);
    if (!found) box.readAs.textContent = '';
    else if (found.says !== undefined) box.readAs.textContent = found.says;
    else if (found.read === undefined) box.readAs.textContent = 'kept as you wrote it';
    // The server has typeset it, and escaped everything that is not typeset.
    else box.readAs.innerHTML = `<span class="lab2">read as</span> ${found.read}`;
  }
}

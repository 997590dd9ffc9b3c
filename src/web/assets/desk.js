// A student's page: answers are kept as they are typed, read by the server's own reader, and checked when asked.
import { Refused, send } from './api.js';
import { localTimes, outdate, useChecks } from './checking.js';
import { answerIn, boxes, boxOf, grow, readSoon } from './fields.js';
import { offerEditor } from './maths.js';
import { baseOf, drafts, flush, isOpen, keep, onState, schedule, seen, withPending } from './outbox.js';
import { useThread } from './thread.js';

const says = {
  saved: 'Everything is saved.',
  saving: 'Saving…',
  offline: 'No connection: what you write is kept in this browser and sent when it is back.',
};
const status = document.getElementById('status');
const saved = document.getElementById('saved');

function showState(state, about) {
  status.dataset.state = state;
  saved.textContent = says[state] ?? `Not saved: ${about?.message ?? ''} What you wrote is kept in this browser.`;
  if (about?.fields) take(about);
}

/** What the server says of the paper: numbers of the answers, and where another page wrote something else. */
function take({ fields, conflicts = [], left }) {
  document.getElementById('left').textContent = left;
  for (const { problem, field, text, seq } of conflicts) conflict(boxOf(problem, field), text, seq);
  for (const box of boxes) {
    const known = fields[box.problem]?.[box.field];
    if (known) follow(box, known);
  }
}

/** Another page of the student's wrote here since: its answer is shown, unless something is being written in this one. */
function follow(box, { text, seq }) {
  const { problem, field, input } = box;
  if (seq <= baseOf(problem, field) || isOpen(problem, field) || !box.conflict.hidden) return;
  if (input === document.activeElement) return;
  seen(problem, field, seq);
  if (input.value === text) return;
  input.value = text;
  grow(box);
  outdate(box);
  readSoon(problem, 0);
}

/** Elsewhere another answer was written since. Nothing is lost: the student says which holds. */
function conflict(box, text, seq) {
  if (!box) return;
  const choose = (label, take) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => {
      seen(box.problem, box.field, seq);
      box.conflict.hidden = true;
      if (take !== undefined) box.input.value = take;
      written(box, seq);
      box.input.focus();
    });
    return button;
  };
  box.conflict.textContent = `Another page of yours has written “${text || 'nothing'}” here. `;
  box.conflict.append(choose('Take that', text), ' ', choose('Keep what stands here'));
  box.conflict.hidden = false;
}

function written(box, base) {
  grow(box);
  keep(box, answerIn(box), box.input.value, base);
  outdate(box);
  showState('saving');
  schedule();
  readSoon(box.problem);
}

let files = 0;

async function takeFile(file) {
  const place = document.getElementById('uploaded');
  const turn = ++files;
  const before = new Map(boxes.map((box) => [box, box.input.value]));
  place.textContent = `Reading ${file.name}…`;
  try {
    const found = await send('POST', `/upload?name=${encodeURIComponent(file.name)}`, file);
    if (turn === files) place.textContent = taken(file.name, found, before);
  } catch (error) {
    if (turn === files) place.textContent = error.message || 'There is no connection; try again when it is back.';
  }
}

/** Puts the answers of a file into the boxes; what was written while it was read stays as it is. */
function taken(name, { answers, asked, complaints }, before) {
  const known = answers.filter(({ problem, field }) => boxOf(problem, field));
  const left = known.filter(({ problem, field, text }) => {
    const box = boxOf(problem, field);
    if (box.input.value === text) return false;
    if (box.input.value !== before.get(box)) return true;
    box.input.value = text;
    written(box);
    return false;
  });
  const count = known.length - left.length;
  const places = (found) => found.map(({ problem, field }) => `${problem}, ${field}`).join('; ');
  return [
    `${count} ${count === 1 ? 'answer was' : 'answers were'} taken from ${name}.`,
    left.length > 0 ? `Left as you wrote it meanwhile: ${places(left)}.` : '',
    asked.length > 0 ? `Not surely found, please look: ${places(asked)}.` : '',
    ...complaints,
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** Hands in what stands in the boxes: what is not yet on the server goes with it. */
async function handIn({ target }) {
  const place = document.getElementById('handed');
  target.disabled = true;
  try {
    const about = await withPending((changes) => send('POST', '/hand-in', { changes }));
    take(about);
    place.textContent = about.says;
  } catch (error) {
    if (error instanceof Refused && error.body.fields) take(error.body);
    place.textContent = error.message || 'There is no connection; hand in when it is back.';
  } finally {
    target.disabled = false;
    if (document.activeElement === document.body) target.focus();
  }
}

for (const box of boxes) {
  seen(box.problem, box.field, Number(box.input.dataset.seq));
  box.input.addEventListener('input', () => written(box));
  offerEditor(box, written);
}
for (const { text, change } of drafts()) {
  const box = boxOf(change.problem, change.field);
  if (!box) continue;
  box.input.value = text;
  grow(box);
}
// Somebody may have written before this script was here.
for (const box of boxes)
  if (!isOpen(box.problem, box.field) && box.input.value !== box.input.defaultValue) written(box);
onState(showState);
useChecks(take);
localTimes();
useThread();
for (const problem of new Set(boxes.filter(({ input }) => input.value.trim() !== '').map((box) => box.problem)))
  readSoon(problem, 0);
document.getElementById('upload').addEventListener('change', ({ target }) => {
  const [file] = target.files;
  if (file) void takeFile(file);
  target.value = '';
});
document.getElementById('handin')?.addEventListener('click', handIn);
if (drafts().length > 0) void flush();
document.body.dataset.ready = 'true';

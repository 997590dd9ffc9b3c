// A student's page: answers are kept as they are typed, read by the server's own reader, and checked when asked.
import { send } from './api.js';
import { localTimes, outdate, useChecks } from './checking.js';
import { answerIn, boxes, boxOf, grow, readSoon } from './fields.js';
import { drafts, flush, keep, onState, schedule, seen } from './outbox.js';

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
    const isOpen = drafts().some(({ change }) => change.problem === box.problem && change.field === box.field);
    if (known && !isOpen && box.conflict.hidden) seen(box.problem, box.field, known.seq);
  }
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
      written(box);
      box.input.focus();
    });
    return button;
  };
  box.conflict.textContent = `Another page of yours has written “${text || 'nothing'}” here. `;
  box.conflict.append(choose('Take that', text), ' ', choose('Keep what stands here'));
  box.conflict.hidden = false;
}

function written(box) {
  grow(box);
  keep(box.problem, box.field, answerIn(box), box.input.value);
  outdate(box);
  showState('saving');
  schedule();
  readSoon(box.problem);
}

async function takeFile(file) {
  const place = document.getElementById('uploaded');
  place.textContent = `Reading ${file.name}…`;
  try {
    const { answers, asked, complaints } = await send('POST', `/upload?name=${encodeURIComponent(file.name)}`, file);
    const known = answers.filter(({ problem, field }) => boxOf(problem, field));
    for (const { problem, field, text } of known) {
      const box = boxOf(problem, field);
      if (box.input.value === text) continue;
      box.input.value = text;
      written(box);
    }
    const open = asked.map(({ problem, field }) => `${problem}, ${field}`);
    place.textContent = [
      `${known.length} ${known.length === 1 ? 'answer was' : 'answers were'} taken from ${file.name}.`,
      open.length > 0 ? `Not surely found, please look: ${open.join('; ')}.` : '',
      ...complaints,
    ]
      .filter((text) => text !== '')
      .join(' ');
  } catch (error) {
    place.textContent = error.message || 'There is no connection; try again when it is back.';
  }
}

for (const box of boxes) {
  seen(box.problem, box.field, Number(box.input.dataset.seq));
  box.input.addEventListener('input', () => written(box));
}
for (const { text, change } of drafts()) {
  const box = boxOf(change.problem, change.field);
  if (!box) continue;
  box.input.value = text;
  grow(box);
}
onState(showState);
useChecks(take);
localTimes();
for (const problem of new Set(boxes.filter(({ input }) => input.value.trim() !== '').map((box) => box.problem)))
  readSoon(problem, 0);
document.getElementById('upload').addEventListener('change', ({ target }) => {
  const [file] = target.files;
  if (file) void takeFile(file);
  target.value = '';
});
document.getElementById('handin')?.addEventListener('click', async () => {
  await flush();
  const place = document.getElementById('handed');
  try {
    place.textContent = (await send('POST', '/hand-in', {})).says;
  } catch (error) {
    place.textContent = error.message || 'There is no connection; hand in when it is back.';
  }
});
if (drafts().length > 0) void flush();
document.body.dataset.ready = 'true';

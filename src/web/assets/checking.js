// Checks the paper and shows what was told.
import { Offline, Refused, send } from './api.js';
import { boxes, boxOf } from './fields.js';
import { withPending } from './outbox.js';
import { usersOf } from './thread.js';

const result = document.getElementById('result');
const button = document.getElementById('docheck');

/** Sends what is unsaved along with the question; `saved` takes what the server says of the paper. */
export function useChecks(saved) {
  document.getElementById('checkform').addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    result.textContent = 'Checking…';
    const hints = Number(new FormData(event.target).get('hints'));
    const asked = new Map(boxes.map((box) => [box, box.input.value]));
    try {
      const told = await withPending((changes) => send('POST', '/check', { changes, hints }));
      saved(told);
      show(told);
      // What was written meanwhile is not what was checked.
      for (const [box, text] of asked) if (box.input.value !== text) outdate(box);
    } catch (error) {
      if (error instanceof Refused && error.body.fields) saved(error.body);
      result.textContent =
        error instanceof Offline
          ? 'There is no connection. Your answers are kept in this browser; check again when it is back.'
          : error.message;
    } finally {
      button.disabled = false;
    }
  });
}

/** Somebody who writes on while it is checked is not torn away from the box. */
const isWriting = () => boxes.some(({ input }) => input === document.activeElement);

function show({ attempt, right, summary, problems = [], lines = [], left }) {
  clear();
  result.className = right ? 'good' : 'look';
  result.textContent = summary;
  const first = lines[0] && boxOf(lines[0].problem, lines[0].field);
  if (first) result.append(' ', linkTo(first));
  document.getElementById('left').textContent = left;
  for (const { id, markup } of problems) {
    const place = document.getElementById(id)?.querySelector('.checked');
    if (place) place.innerHTML = markup;
  }
  for (const { problem, field, standing, markup } of lines) {
    const box = boxOf(problem, field);
    if (!box) continue;
    box.told.innerHTML = markup;
    tellUsers(box, standing);
    box.row.classList.add(`is-${standing}`);
    const fold = box.row.closest('details');
    if (fold) fold.open = true;
  }
  record(attempt);
  if (!isWriting()) result.focus();
}

/** What is worked from a line that is to be looked at is judged from the number that stands there. */
function tellUsers(box, standing) {
  const users = usersOf(box).filter(({ input }) => input.value.trim() !== '');
  if (standing !== 'look' || users.length === 0) return;
  const names = users.map(({ field }) => field).join(', ');
  box.told.append(` ${names} ${users.length === 1 ? 'is' : 'are'} worked from it.`);
}

function linkTo({ input, field }) {
  const link = document.createElement('a');
  link.href = `#${input.id}`;
  link.textContent = `Go to ${field}`;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    input.focus();
  });
  return link;
}

function clear() {
  for (const { row, told } of boxes) {
    row.classList.remove('is-look', 'is-unreadable', 'stale');
    told.textContent = '';
  }
  for (const place of document.querySelectorAll('.checked')) place.classList.remove('stale');
}

/** What was told is of the answers before. */
export function outdate({ problem, row }) {
  if (row.classList.contains('is-look') || row.classList.contains('is-unreadable')) row.classList.add('stale');
  document.getElementById(problem)?.querySelector('.checked')?.classList.add('stale');
}

function record(attempt) {
  const list = document.getElementById('attempts');
  if (!attempt || list.querySelector(`[data-id="${attempt.id}"]`)) return;
  list.querySelector('.none')?.remove();
  const row = list.insertRow(0);
  row.dataset.id = attempt.id;
  const time = document.createElement('time');
  time.dateTime = attempt.at;
  row.insertCell().append(time);
  row.insertCell().textContent = String(attempt.hints);
  row.insertCell().textContent = attempt.says;
  localTimes();
}

/** Times as the reader's own clock has them. */
export function localTimes() {
  for (const time of document.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime()))
      time.textContent = at.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  }
}

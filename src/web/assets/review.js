// A teaching assistant's queue: groups of equal answers, decided at once.
import { send } from './api.js';
import { at, counted, make, tell } from './dom.js';
import { decisions } from './review-decisions.js';
import { groupParts, rewrite, workParts, written } from './review-group.js';
import { list, mark, tellStanding } from './review-list.js';

const [now, show] = ['now', 'show'].map(at);
let groups = [];
let shown = [];
/** The group that is shown, the one that was asked for last, and the paper whose work was. */
let current;
let asked;
let looked;
/** Is a decision under way? A second press of the key is the same decision. */
let busy = false;
const done = [];
/** What was begun to be written about a group and not sent. */
const begun = new Map();

const lost = 'There is no connection; try again when it is back.';

/** Loads the queue anew, and shows a group of it unless somebody has chosen another meanwhile. */
async function load(next = asked) {
  const before = asked;
  const found = await send('GET', '/queue');
  groups = found.groups;
  tellStanding(found);
  redraw();
  const id = asked === before ? next : asked;
  const chosen = shown.find((one) => one.id === id) ?? shown[0];
  if (chosen) await open(chosen.id);
  else empty();
}

function empty() {
  asked = undefined;
  current = undefined;
  now.replaceChildren(make('p', { of: 'prose' }, 'Nothing waits here.'));
}

function redraw() {
  shown = list(groups, (id) => (asked === id ? now.focus() : open(id)));
  mark(asked);
}

/** What was asked for last is shown: an answer that comes late must not draw over a form in which somebody writes. */
async function open(id) {
  asked = id;
  mark(id);
  try {
    const found = await send('GET', `/group?id=${encodeURIComponent(id)}`);
    if (asked !== id) return;
    draw(found);
  } catch (error) {
    if (asked === id) tell(error.message || lost);
  }
}

/** What is being written stays, and so does the place of whoever goes by keyboard. */
function draw(found) {
  if (current && at('why')) begun.set(current.id, written());
  const held = now.contains(document.activeElement) ? document.activeElement.id : undefined;
  current = found;
  now.replaceChildren(...groupParts(found, acts));
  if (begun.has(found.id)) rewrite(begun.get(found.id));
  if (held !== undefined) (at(held) ?? now).focus();
  looked = undefined;
  if (found.kind === 'answer' && found.members[0]) void work(found.members[0].student);
}

async function work(student) {
  if (!current) return;
  const { id } = current;
  looked = student;
  const [, problem, field] = JSON.parse(id);
  const query = `student=${encodeURIComponent(student)}&problem=${encodeURIComponent(problem)}`;
  try {
    const lines = await send('GET', `/paper?${query}`);
    if (current?.id === id && looked === student) at('work')?.replaceChildren(...workParts(student, field, lines));
  } catch (error) {
    if (current?.id === id && looked === student) at('work')?.replaceChildren(error.message || lost);
  }
}

const chosen = () => [...now.querySelectorAll('.members input:checked')].map(({ value }) => value);

/** What is decided is the group that is shown: nothing while another is on its way, or once it is decided. */
const isReady = () => current !== undefined && current.id === asked;
const onceReady = Object.entries(decisions).map(([name, of]) => [
  name,
  () => {
    const decision = isReady() && of(current);
    if (decision) void decide(decision);
  },
]);
const acts = { ...Object.fromEntries(onceReady), next: () => step(1), takeBack, work };

async function decide(decision) {
  const students = decision.students ?? chosen();
  if (busy) return;
  if (students.length === 0) return tell('No paper is chosen.');
  busy = true;
  const group = decision.group ?? current.id;
  const known = Object.fromEntries(
    (current?.members ?? []).filter(({ at: when }) => when).map(({ student, at: when }) => [student, when]),
  );
  try {
    const sent = { known, ...decision, group, students };
    const told = await send('POST', '/decide', sent);
    busy = false;
    await decided(sent, told);
  } catch (error) {
    busy = false;
    tell(error.message || 'There is no connection; nothing was written. Decide again when it is back.');
  }
}

async function decided(decision, { written: entries, overtaken }) {
  if (entries.length > 0) done.push(entries);
  begun.delete(decision.group);
  if (current?.id === decision.group) current = undefined;
  const count = `${counted(entries.length, 'decision is', 'decisions are')} written.`;
  const next = shown[shown.findIndex(({ id }) => id === decision.group) + 1]?.id ?? decision.group;
  if (overtaken.length > 0) return clash(decision, overtaken, count);
  tell(count);
  await reload(next);
  if (document.activeElement === document.body) now.focus();
}

/** What was decided stands, whether or not the queue can be shown anew. */
async function reload(next) {
  try {
    await load(next);
  } catch {
    at('said').append(' The queue could not be loaded again; there is no connection.');
  }
}

/** Somebody else was first. Nothing of theirs is lost: the person at hand says which holds. */
async function clash(decision, overtaken, count) {
  const who = overtaken.map(({ student, by, points }) => `${student}: ${points} points by ${by}`).join('; ');
  const students = overtaken.map(({ student }) => student);
  const button = make('button', { type: 'button' }, 'Overrule');
  button.addEventListener('click', () => decide({ ...decision, students, overrule: true }));
  await reload(decision.group);
  tell(`${count} Decided by somebody else meanwhile, and left so: ${who}. `, button);
  button.focus();
}

async function takeBack() {
  const entries = done.at(-1);
  if (busy) return;
  if (!entries) return tell('There is nothing to take back.');
  busy = true;
  try {
    const { undone } = await send('POST', '/undo', { written: entries });
    done.splice(done.indexOf(entries), 1);
    busy = false;
    tell(`${counted(undone, 'decision was', 'decisions were')} taken back.`);
    await reload();
  } catch (error) {
    busy = false;
    tell(error.message || lost);
  }
}

async function step(by) {
  const next = shown[shown.findIndex(({ id }) => id === asked) + by];
  if (next) await open(next.id);
  now.focus();
}

const keys = {
  a: () => acts.accept(),
  s: () => acts.slip(),
  p: () => at('points')?.focus(),
  w: () => at('why')?.focus(),
  c: () => (at('why')?.value.trim() ? acts.comment() : at('why')?.focus()),
  u: () => takeBack(),
  j: () => step(1),
  k: () => step(-1),
};

addEventListener('keydown', (event) => {
  const isWriting = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
  if (event.key === 'Escape' && isWriting) now.focus();
  if (isWriting || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  if (event.repeat && !'jk'.includes(event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
show.addEventListener('change', () => {
  redraw();
  if (shown[0]) void open(shown[0].id);
  else empty();
});
try {
  await load();
} catch (error) {
  at('standing').textContent = error.message || 'There is no connection; load the page again when it is back.';
}
document.body.dataset.ready = 'true';

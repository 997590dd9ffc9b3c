// The queue as this page has it: the groups that were asked for, and the one at hand.
import { send } from './api.js';
import { at, make, tell } from './dom.js';
import { groupParts, rewrite, workParts, written } from './review-group.js';
import { asking, list, mark, more, tellStanding } from './review-list.js';

export const lost = 'There is no connection; try again when it is back.';
export const now = at('now');

let shown = [];
/** The group that is shown, the one that was asked for last, and the paper whose work was. */
let current;
let asked;
let looked;
let loads = 0;
let acts;
/** What was begun to be written about a group and not sent. */
const begun = new Map();

/** What the buttons of a group do. */
export const useActs = (all) => {
  acts = all;
};

/** The group that can be decided: none while another is on its way, or once it is decided. */
export const ready = () => (current?.id === asked ? current : undefined);

/** A group is decided: what was begun about it is sent. Gives the one after it. */
export function leave(id) {
  begun.delete(id);
  if (current?.id === id) current = undefined;
  return shown[shown.findIndex((one) => one.id === id) + 1]?.id ?? id;
}

/** Loads the queue anew, and shows a group of it unless somebody has chosen another meanwhile. */
export async function load(next = asked) {
  const turn = ++loads;
  const before = asked;
  const found = await send('GET', `/queue?${asking()}`);
  if (turn !== loads) return;
  tellStanding(found);
  shown = list(found, (id) => (asked === id ? now.focus() : open(id)));
  const id = asked === before ? next : asked;
  const chosen = shown.find((one) => one.id === id) ?? shown[0];
  if (chosen) await open(chosen.id);
  else empty();
}

function empty() {
  keepBegun();
  asked = undefined;
  current = undefined;
  now.replaceChildren(make('p', { of: 'prose' }, 'Nothing waits here.'));
}

/** Other groups are asked for. Until they are here nothing can be decided. */
export async function refilter() {
  asked = undefined;
  try {
    await load();
  } catch (error) {
    asked ??= current?.id;
    tell(error.message || lost);
  }
}

/** What was asked for last is shown: an answer that comes late must not draw over a form in which somebody writes. */
export async function open(id) {
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

function keepBegun() {
  if (current && at('why')) begun.set(current.id, written(current));
}

/** What is being written stays, and so does the place of whoever goes by keyboard. */
function draw(found) {
  keepBegun();
  const held = now.contains(document.activeElement) ? document.activeElement.id : undefined;
  current = { ...found, left: begun.get(found.id)?.left ?? new Set() };
  now.replaceChildren(...groupParts(current, acts));
  if (begun.has(found.id)) rewrite(begun.get(found.id));
  if (held !== undefined) (at(held) ?? now).focus();
  looked = undefined;
  if (found.kind === 'answer' && found.members[0]) void work(found.members[0].student);
}

/** Shows the rest of somebody's paper beside the group. */
export async function work(student) {
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

/** Goes to the next group or the one before; at the end of what is shown, more is asked for. */
export async function step(by) {
  const place = shown.findIndex(({ id }) => id === asked) + by;
  const last = shown.at(-1)?.id;
  if (place >= shown.length && more()) {
    await load(asked).catch((error) => tell(error.message || lost));
    if (shown.at(-1)?.id !== last) return step(by);
  }
  const next = shown[place];
  if (next) await open(next.id);
  now.focus();
}

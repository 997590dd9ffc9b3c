// Decides about the group at hand, and takes decisions back.
import { send } from './api.js';
import { at, counted, make, tell } from './dom.js';
import { decisions } from './review-decisions.js';
import { leave, load, lost, ready, step, work } from './review-queue.js';

/** Is a decision under way? A second press of the key is the same decision. */
let busy = false;
/** When this page decided, to be taken back. */
const done = [];

/** What the buttons and keys of a group do. */
export const acts = { next: () => step(1), takeBack, work };
for (const [name, of] of Object.entries(decisions)) {
  acts[name] = () => {
    const group = ready();
    const decision = group && of(group);
    if (decision) void decide({ ...decision, ...about(group) });
  };
}

/** Which papers of the group it is about, and what the page knows to be decided about them. */
const about = ({ id, members, left }) => ({
  group: id,
  students: members.map(({ student }) => student).filter((student) => !left.has(student)),
  known: Object.fromEntries(members.flatMap(({ student, at: when }) => (when ? [[student, when]] : []))),
});

async function decide(decision) {
  if (busy) return;
  if (decision.students.length === 0) return tell('No paper is chosen.');
  busy = true;
  try {
    const told = await send('POST', '/decide', decision);
    busy = false;
    await decided(decision, told);
  } catch (error) {
    busy = false;
    tell(error.message || 'There is no connection; nothing was written. Decide again when it is back.');
  }
}

async function decided(decision, { at: when, written, overtaken }) {
  if (written > 0) done.push(when);
  const next = leave(decision.group);
  const count = `${counted(written, 'decision is', 'decisions are')} written.`;
  if (overtaken.length > 0) return clash(decision, overtaken, count);
  tell(count);
  await reload(next);
  if (document.activeElement === document.body) at('now').focus();
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
  const when = done.at(-1);
  if (busy) return;
  if (when === undefined) return tell('There is nothing to take back.');
  busy = true;
  try {
    const { undone } = await send('POST', '/undo', { at: when });
    done.splice(done.indexOf(when), 1);
    busy = false;
    tell(`${counted(undone, 'decision was', 'decisions were')} taken back.`);
    await reload();
  } catch (error) {
    busy = false;
    tell(error.message || lost);
  }
}

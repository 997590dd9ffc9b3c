// What follows from what: the lines that a line is worked from, and those that are worked from it.
import { boxes } from './fields.js';

/** The boxes whose lines are worked from this one, directly. */
export const usersOf = (box) =>
  boxes.filter(({ problem, uses }) => problem === box.problem && uses.includes(box.field));

function show(box) {
  for (const one of boxes) {
    const isSame = box !== undefined && one.problem === box.problem;
    one.row.classList.toggle('before', isSame && box.uses.includes(one.field));
    one.row.classList.toggle('after', isSame && one.uses.includes(box.field));
  }
}

/** Marks the neighbours of the line in which somebody writes. */
export function useThread() {
  for (const box of boxes) {
    box.input.addEventListener('focus', () => show(box));
    box.input.addEventListener('blur', () => show(undefined));
  }
}

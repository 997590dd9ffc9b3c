// What can be decided about the group at hand, as the form has it.
import { at } from './dom.js';

const why = (otherwise) => at('why').value.trim() || otherwise;
const isAnswer = ({ kind }) => kind === 'answer';

export const decisions = {
  accept(group) {
    if (isAnswer(group)) return { action: 'points', points: group.outOf, text: why('Accepted as right.') };
    if (group.kind === 'name') return { action: 'name', field: at('field').value, text: why('') };
    return { action: 'reviewed', text: why('Looked at.') };
  },
  slip(group) {
    const text = group.likely ? `As it was marked: ${group.likely}` : 'As it was marked.';
    return isAnswer(group) && { action: 'points', points: group.points, text: why(text) };
  },
  setPoints: (group) =>
    isAnswer(group) && { action: 'points', points: at('points').value.trim().replace(',', '.'), text: why('') },
  comment: (group) => isAnswer(group) && { action: 'comment', text: why('') },
};

const lead = 'We ignored ';

/** The note of a text that was left out of a number. */
export const ignored = (text: string): string => `${lead}"${text}".`;

/** Notes with all that was left out in one of them, where the first stood. */
export function saidOnce(notes: readonly string[]): string[] {
  const texts = notes.flatMap((note) => (note.startsWith(lead) ? [note.slice(lead.length, -1)] : []));
  const distinct = [...new Set(texts)];
  const [last = '', ...others] = distinct.reverse();
  const all = others.length > 0 ? `${others.reverse().join(', ')} and ${last}` : last;
  const first = notes.findIndex((note) => note.startsWith(lead));
  return notes.flatMap((note, i) => (i === first ? [`${lead}${all}.`] : note.startsWith(lead) ? [] : [note]));
}

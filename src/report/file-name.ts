import { createHash } from 'node:crypto';

const plain = /^[a-z0-9][a-z0-9_-]{0,63}$/;
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The name of a student's files, without extension: the student's id where every file system takes it as it is, and
 * otherwise a readable part and a hash. A plain id never holds a tilde, so two students never share a name.
 */
export function studentFileName(student: string): string {
  if (plain.test(student) && !device.test(student)) return student;
  const readable = student
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    // A name that begins with a hyphen is taken for an option.
    .replace(/^-+/, '')
    .slice(0, 40);
  // As UTF-16, because UTF-8 would write all lone surrogates alike.
  return `${readable || 'student'}~${createHash('sha256').update(Buffer.from(student, 'utf16le')).digest('hex').slice(0, 16)}`;
}

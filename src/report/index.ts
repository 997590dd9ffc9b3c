export { studentFileName } from './file-name.ts';
export { classHtml } from './html/class.ts';
export { sharedFiles, studentHtml } from './html/student.ts';
export { studentMarkdown } from './markdown/student.ts';
export { studentTerminal } from './terminal/student.ts';

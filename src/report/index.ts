export { studentFileName } from './file-name.ts';
export { studentHtml } from './html/student.ts';

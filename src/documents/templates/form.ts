import { contentPolicy } from '../../content-policy.ts';
import type { Question, Sheet } from './sheet.ts';

const style = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
label { display: block; margin: .8rem 0 .2rem; }
code, pre, textarea, input { font-family: ui-monospace, monospace; font-size: .95em; }
textarea, input { width: 100%; box-sizing: border-box; padding: .4rem; border: 1px solid #767676; border-radius: 4px; }
pre { white-space: pre-wrap; }
table { border-collapse: collapse; }
th, td { border: 1px solid #bbb; padding: .2rem .6rem; text-align: left; }
.table { overflow-x: auto; }
math { font-size: 1.05em; }
button { margin: 1.5rem 0; padding: .6rem 1.2rem; font: inherit; }
`;

const script = `
document.getElementById('answers').addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  const answers = {};
  for (const box of form.querySelectorAll('textarea[data-problem]')) {
    const lines = box.value.split('\\n').map((line) => line.trim()).filter((line) => line !== '');
    if (lines.length === 0) continue;
    (answers[box.dataset.problem] ??= {})[box.dataset.field] = box.dataset.text ? box.value : lines.length === 1 ? lines[0] : lines;
  }
  const paper = { assignment: form.dataset.assignment, student: form.elements.student.value.trim(), answers };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(paper, null, 2)], { type: 'application/json' }));
  link.download = paper.student + '.json';
  link.click();
});
`;

const policy = contentPolicy({ styles: [style], scripts: [script] });

/** How a statement is shown; as it stands where nobody says it. */
export type Rendered = (statement: string) => string;

const plainly: Rendered = (statement) => `<pre>${escaped(statement)}</pre>`;

/** A page with a box for every answer, which saves them as the JSON that is handed in. It needs no network. */
export function formTemplate({ assignment, title, student, questions }: Sheet, rendered: Rendered = plainly): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<form id="answers" data-assignment="${escaped(assignment)}">
<label>Your id <input name="student" required maxlength="100" value="${escaped(student)}"></label>
${questions.map((question) => questionHtml(question, rendered)).join('\n')}
<button>Save the answers as a file to hand in</button>
</form>
</main>
<script>${script}</script>
</body>
</html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function questionHtml({ id, title, statement, blanks }: Question, rendered: Rendered): string {
  const boxes = blanks.map(({ name, words, asked, isText }) => {
    const remark = [words, asked ? 'asked for' : ''].filter(Boolean).join(', ');
    const text = isText ? ' data-text="true"' : '';
    return `<label><code>${escaped(name)}</code>${remark ? ` ${escaped(remark)}` : ''}
<textarea rows="${isText ? 4 : 1}" data-problem="${escaped(id)}" data-field="${escaped(name)}"${text}></textarea></label>`;
  });
  return `<section>\n<h2>${escaped(title)}</h2>\n${rendered(statement)}\n${boxes.join('\n')}\n</section>`;
}

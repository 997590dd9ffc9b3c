import { withMathematics } from './formulas.ts';
import type { Question, Sheet } from './sheet.ts';

type Cell = Readonly<Record<string, unknown>>;

/** A notebook: a cell for every answer, and a last one that runs the self-check. */
export function notebookTemplate(sheet: Sheet): string {
  const { assignment, title, student, questions } = sheet;
  const intro = markdown(
    'intro',
    `# ${title}\n\nWrite each answer behind its equals sign, in its own cell; lines of work go before it.`,
    { statement: true },
  );
  const cells = [intro, ...questions.flatMap(cellsOf), check(`${assignment}.ipynb`)];
  const metadata = {
    gradcheck: { assignment, ...(student && { student }) },
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

const markdown = (id: string, text: string, gradcheck: object): Cell => ({
  cell_type: 'markdown',
  id: id.replace(/[^a-zA-Z0-9_-]/g, '-').slice(0, 64),
  metadata: { gradcheck },
  source: text,
});

function cellsOf({ id, title, statement, blanks }: Question): Cell[] {
  const question = markdown(`${id}-question`, `## ${title}\n\n${withMathematics(statement)}`, { statement: true });
  const places = blanks.map(({ name, words, asked, isText }, i) => {
    const remark = [words, asked ? 'asked for' : ''].filter(Boolean).join(', ');
    return markdown(`${id}-${i}-${name}`, isText ? '' : `${name} = `, {
      problem: id,
      field: name,
      ...(remark && { remark }),
      ...(isText && { text: true }),
    });
  });
  return [question, ...places];
}

const check = (file: string): Cell => ({
  cell_type: 'code',
  execution_count: null,
  id: 'gradcheck-self-check',
  metadata: {},
  outputs: [],
  source: [
    '# Save the notebook, then run this cell: it says how far the answers are right, and shows none.\n',
    'import subprocess\n',
    `notebook = "${file}"  # the name of this file\n`,
    'print(subprocess.run(["npx", "gradcheck", "check", notebook, "--hints", "1"], capture_output=True, text=True).stdout)',
  ],
});

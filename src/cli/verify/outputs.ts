import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Verification } from '../../records/verification.ts';
import { githubAnnotations, githubSummary } from '../../report/github.ts';
import { sarifJson } from '../../report/sarif.ts';
import { verificationText } from '../../report/verification.ts';
import { print, printCommands } from '../talk.ts';
import { makeFolder, writeWhole } from '../write.ts';

export const formats = ['text', 'html', 'junit', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

/** The file that a format goes to under `--out`. */
const files: Readonly<Record<Format, string>> = {
  text: 'verify.txt',
  html: 'verify.html',
  junit: 'verify.junit.xml',
  sarif: 'verify.sarif',
  github: 'verify.summary.md',
};

/**
 * Writes the run in each format: to `out` where it is given, else to stdout. Annotations always go to stdout, where the
 * runner of GitHub Actions reads them, and the summary to `$GITHUB_STEP_SUMMARY` where that is set.
 */
export async function writeOutputs(
  run: Verification,
  wanted: readonly Format[],
  out: string | undefined,
): Promise<void> {
  if (out !== undefined) makeFolder(out);
  for (const format of wanted) {
    if (format === 'github') await writeGithub(run, out);
    else if (out === undefined) print(await render(run, format));
    else writeWhole(join(out, files[format]), await render(run, format));
  }
}

async function render(run: Verification, format: Exclude<Format, 'github'>): Promise<string> {
  if (format === 'text') return verificationText(run);
  if (format === 'sarif') return sarifJson(run);
  // Only these writers load a template engine, and a library for XML.
  if (format === 'html') return (await import('../../report/html/verification.ts')).verificationHtml(run);
  const { junitXml } = await import('../../report/junit.ts');
  return junitXml(run);
}

async function writeGithub(run: Verification, out: string | undefined): Promise<void> {
  const annotations = githubAnnotations(run);
  if (annotations !== '') printCommands(annotations);
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) await appendFile(summary, githubSummary(run));
  if (out !== undefined) writeWhole(join(out, files.github), githubSummary(run));
}

export const megabyte = 1_000_000;

/** The formats of documents, and how many bytes of each are read: a Word document and a notebook hold their pictures. */
const formats: Readonly<Record<string, number>> = {
  md: 2 * megabyte,
  markdown: 2 * megabyte,
  tex: megabyte / 2,
  html: 10 * megabyte,
  htm: 10 * megabyte,
  ipynb: 50 * megabyte,
  docx: 50 * megabyte,
};

/** The ending of a file's name, in small letters. */
export const extensionOf = (file: string): string => /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';

/** Is it a file that a write-up is read from, by its name? */
export const isDocument = (file: string): boolean => Object.hasOwn(formats, extensionOf(file));

/** How large a document of this name may be. */
export const largestDocument = (file: string): number => formats[extensionOf(file)] ?? 0;

import { resolve } from 'node:path';
import ts from 'typescript';

const index = resolve('src/index.ts');
const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
const program = ts.createProgram([index, resolve('src/collections/config.ts')], { ...options, noEmit: true });
const checker = program.getTypeChecker();

export interface Documented {
  readonly name: string;
  /** Its type, or how it is called. */
  readonly type: string;
  readonly says: string;
}

const says = (symbol: ts.Symbol): string =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s+/g, ' ').trim();

/** The members of an interface, as its author documented them. */
export function membersOf(file: string, name: string): Documented[] {
  const source = program.getSourceFile(resolve(file));
  const found = source?.statements.find(
    (node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === name,
  );
  if (!found) throw new Error(`${file} has no interface ${name}`);
  return found.members.flatMap((member) => {
    if (!ts.isPropertySignature(member)) return [];
    const symbol = checker.getSymbolAtLocation(member.name);
    const type = member.type?.getText(source).replaceAll(/\s+/g, ' ').replaceAll('readonly ', '') ?? '';
    const optional = member.questionToken ? '?' : '';
    return symbol ? [{ name: `${symbol.name}${optional}`, type, says: says(symbol) }] : [];
  });
}

const isCalled = (symbol: ts.Symbol): boolean => typeOf(symbol).getCallSignatures().length > 0;
const typeOf = (symbol: ts.Symbol): ts.Type => checker.getTypeOfSymbol(symbol);
const format = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;

/** What the library exports that can be called. */
export function libraryFunctions(): Documented[] {
  const source = program.getSourceFile(index);
  const own = source && checker.getSymbolAtLocation(source);
  if (!own) throw new Error('src/index.ts exports nothing');
  const exported = checker.getExportsOfModule(own).map((symbol) => ({
    name: symbol.name,
    symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  }));
  return exported
    .filter(({ symbol }) => symbol.flags & ts.SymbolFlags.Value && isCalled(symbol))
    .map(({ name, symbol }) => ({ name, type: callText(name, symbol), says: says(symbol) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function callText(name: string, symbol: ts.Symbol): string {
  const [signature] = typeOf(symbol).getCallSignatures();
  if (!signature) return name;
  return `${name}${checker.signatureToString(signature, undefined, format)}`
    .replaceAll(/import\("[^"]*"\)\./g, '')
    .replaceAll(/\s+/g, ' ');
}

/** What an editor shows where the mouse rests, asked of TypeScript's language service as editors do. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilerFolder } from './compilers';
import type { Consumer } from './consumer';

/** What is used here of the API of TypeScript 5, which TypeScript 7 has none of. */
interface Api {
  ScriptSnapshot: { fromString(text: string): unknown };
  sys: Record<'directoryExists' | 'getDirectories', (path: string) => unknown>;
  convertCompilerOptionsFromJson(options: unknown, folder: string): { options: unknown };
  getDefaultLibFilePath(options: unknown): string;
  displayPartsToString(parts: unknown): string;
  createLanguageService(host: unknown): {
    getSemanticDiagnostics(file: string): readonly { messageText: unknown }[];
    getQuickInfoAtPosition(file: string, at: number): QuickInfo | undefined;
  };
}

interface QuickInfo {
  readonly displayParts: unknown;
  readonly documentation: unknown;
  readonly tags?: readonly { readonly name: string; readonly text?: unknown }[];
}

export interface Hover {
  /** The name and its type. */
  readonly type: string;
  /** The text below, in one line. */
  readonly text: string;
  /** e.g. `@example …`, each in one line. */
  readonly tags: readonly string[];
}

export interface Editor {
  /** What the compiler finds wrong in the file. */
  readonly problems: readonly unknown[];
  /** What is shown on the last word of this text, where it stands first in the file. */
  hover(text: string): Hover;
}

export function openInEditor({ folder, compilerOptions }: Consumer, file: string): Editor {
  const ts: Api = require(join(compilerFolder('5.9.3'), 'lib/typescript.js'));
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, folder);
  const service = ts.createLanguageService({
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name: string) =>
      existsSync(name) ? ts.ScriptSnapshot.fromString(readFileSync(name, 'utf8')) : undefined,
    getCurrentDirectory: () => folder,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: existsSync,
    readFile: (name: string) => readFileSync(name, 'utf8'),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });

  function hover(words: string): Hover {
    const start = text.indexOf(words);
    if (start === -1) throw new Error(`${file} does not hold ${words}`);
    const name = /\w+\W*$/.exec(words)?.[0] ?? words;
    const info = service.getQuickInfoAtPosition(path, start + words.length - name.length);
    const inOneLine = (parts: unknown) => ts.displayPartsToString(parts).replaceAll(/\s+/g, ' ').trim();
    return {
      type: inOneLine(info?.displayParts),
      text: inOneLine(info?.documentation),
      tags: (info?.tags ?? []).map((tag) => `@${tag.name} ${inOneLine(tag.text)}`),
    };
  }
  return { problems: service.getSemanticDiagnostics(path).map(({ messageText }) => messageText), hover };
}

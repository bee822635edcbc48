/**
 * YAML as OpenIM's configuration has it, and no more: maps by indentation, texts, numbers, true and false, lists of those. All
 * else is an error that names the line, since a file that is half understood is worse than none. It is no package, because
 * users of a receiver would have to install one that only this command needs.
 */

import { valueIn, type YamlScalar } from './yaml-scalar';

export type YamlValue = YamlScalar | readonly YamlScalar[] | YamlMap;
export type YamlMap = ReadonlyMap<string, YamlEntry>;

export interface YamlEntry {
  /** From 1 on. */
  readonly line: number;
  readonly value: YamlValue;
}

interface Line {
  readonly number: number;
  readonly indent: number;
  readonly text: string;
}

/** The map that a text is. Throws a `SyntaxError` that begins with the line. */
export function readYaml(text: string): YamlMap {
  const lines = linesOf(text);
  const [first] = lines;
  if (first === undefined) return new Map();
  const { map, next } = mapAt(lines, 0, first.indent);
  const left = lines[next];
  if (left !== undefined) throw at(left, 'it is indented less than the first line');
  return map;
}

export const isMap = (value: YamlValue | undefined): value is YamlMap => value instanceof Map;

/** What counts: no comments, no empty lines, no mark of the document's beginning. */
function linesOf(text: string): Line[] {
  const all = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const lines = all.flatMap((line, i) => lineIn(line, i + 1));
  const body = lines[0]?.text === '---' ? lines.slice(1) : lines;
  const another = body.find((line) => /^(---|\.\.\.)/.test(line.text));
  if (another !== undefined) throw at(another, 'only one document is read');
  return body;
}

function lineIn(whole: string, number: number): Line[] {
  const text = whole.trim();
  if (text === '' || text.startsWith('#')) return [];
  const indent = whole.search(/[^ ]/);
  if (whole[indent] === '\t') throw at({ number }, 'a tab cannot indent in YAML');
  return [{ number, indent, text }];
}

function mapAt(lines: readonly Line[], start: number, indent: number): { map: YamlMap; next: number } {
  const map = new Map<string, YamlEntry>();
  let next = start;
  for (let line = lines[next]; line !== undefined && line.indent >= indent; line = lines[next]) {
    if (line.indent > indent) throw at(line, 'it is indented more than the line that it belongs beside');
    const { key, rest } = entryIn(line);
    if (map.has(key)) throw at(line, `${key} stands here a second time`);
    const inner = lines[next + 1];
    if (rest !== '') {
      map.set(key, { line: line.number, value: read(line, rest) });
      next += 1;
    } else if (inner !== undefined && isItem(inner) && inner.indent >= indent) {
      const list = itemsAt(lines, next + 1, inner.indent);
      map.set(key, { line: line.number, value: list.items });
      next = list.next;
    } else if (inner !== undefined && inner.indent > indent) {
      const inside = mapAt(lines, next + 1, inner.indent);
      map.set(key, { line: line.number, value: inside.map });
      next = inside.next;
    } else {
      map.set(key, { line: line.number, value: null });
      next += 1;
    }
  }
  return { map, next };
}

function entryIn(line: Line): { key: string; rest: string } {
  const [, plain, double, single, rest = ''] =
    /^(?:([\w.-]+)|"([^"\\]*)"|'([^']*)')\s*:(?:\s+(.*))?$/.exec(line.text) ?? [];
  const key = plain ?? double ?? single;
  if (key === undefined) throw at(line, `${JSON.stringify(line.text.slice(0, 40))} is no "name: value"`);
  return { key, rest: rest.startsWith('#') ? '' : rest };
}

const isItem = ({ text }: Line) => /^-(\s|$)/.test(text);

function itemsAt(lines: readonly Line[], start: number, indent: number): { items: YamlScalar[]; next: number } {
  const items: YamlScalar[] = [];
  let next = start;
  for (let line = lines[next]; line !== undefined && line.indent === indent && isItem(line); line = lines[next]) {
    const value = read(line, line.text.slice(1).trim());
    if (typeof value === 'object' && value !== null) throw at(line, 'a list in a list is not read here');
    items.push(value);
    next += 1;
  }
  return { items, next };
}

function read(line: Line, text: string): YamlScalar | readonly YamlScalar[] {
  try {
    return valueIn(text);
  } catch (error) {
    throw at(line, (error as Error).message); // valueIn throws errors only
  }
}

const at = ({ number }: Pick<Line, 'number'>, what: string) => new SyntaxError(`line ${number}: ${what}`);

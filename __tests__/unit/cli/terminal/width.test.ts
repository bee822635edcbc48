import { execFileSync } from 'node:child_process';
import { table } from '../../../../src/cli/terminal/table';
import { cutTo, widthOf } from '../../../../src/cli/terminal/width';

describe('the width of a text', () => {
  it.each([
    ['plain', 'the handler failed', 18],
    ['Chinese', '处理程序失败', 12],
    ['Japanese and Korean', 'エラー 오류', 11],
    ['letters of full width', 'ＩＭ：', 6],
    ['letters with marks of their own', 'e\u0301n\u0303', 2],
    ['an emoji', '🚫', 2],
    ['one of several', '👨‍👩‍👧', 2],
    ['one that a selector makes one', '❤️', 2],
    ['none', '', 0],
  ])('%s', (_what, text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });

  it('is what Node itself takes for the width of every letter, digit and punctuation mark', () => {
    // It has it for its prompt, and does not give it out.
    const script = `const { getStringWidth } = require('internal/util/inspect');
      const wide = [];
      for (let code = 0x20; code < 0x110000; code++) {
        const text = String.fromCodePoint(code);
        if (/[\\p{L}\\p{N}\\p{P}]/u.test(text) && getStringWidth(text) === 2) wide.push(code);
      }
      console.log(JSON.stringify(wide));`;
    const args = ['--expose-internals', '-e', script];
    const wide = new Set(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 24 })));
    expect(wide.size).toBeGreaterThan(90_000);
    const others: string[] = [];
    for (let code = 0x20; code < 0x110000; code++) {
      const text = String.fromCodePoint(code);
      if (/[\p{L}\p{N}\p{P}]/u.test(text) && (widthOf(text) === 2) !== wide.has(code)) others.push(code.toString(16));
    }
    expect(others).toEqual([]);
  });
});

describe('a text that is cut', () => {
  it.each([
    [10, '处理程序失败', '处理程序…'],
    [9, '处理程序失败', '处理程序…'],
    [12, '处理程序失败', '处理程序失败'],
    [4, 'a👨‍👩‍👧bc', 'a👨‍👩‍👧…'],
    [1, 'ab', '…'],
  ])('to %d columns is no wider', (columns, text, expected) => {
    expect(cutTo(columns, text)).toBe(expected);
    expect(widthOf(cutTo(columns, text))).toBeLessThanOrEqual(columns);
  });
});

describe('a table', () => {
  it('has its columns one below the other, whatever the script', () => {
    const rows = [
      ['命令', 'error'],
      ['abc', '处理程序失败：数据库不可用'],
    ];
    expect(table(rows)).toEqual(['命令  error', 'abc   处理程序失败：数据库不可用']);
    for (const line of table(rows, 20)) expect(widthOf(line)).toBeLessThanOrEqual(20);
  });

  it('measures what acts on a terminal as it is shown', () => {
    expect(
      table([
        ['\u001b[2J', 'x'],
        ['abc', 'y\nz'],
      ]),
    ).toEqual(['\\u001b[2J  x', 'abc        y\\nz']);
  });
});

import { explain, fields, integer, text, wholeList } from '../../../src/codecs';
import { problemsOf } from '../../support/codecs/outcome';

const Body = fields('body', { Id: integer, Items: wholeList(fields('item', { Name: text })) });

describe('explain', () => {
  it('says nothing of no errors', () => {
    expect(explain([])).toEqual([]);
  });

  it.each<[unknown, string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    [[], 'list'],
    ['x', 'string'],
    [1, 'number'],
    [true, 'boolean'],
  ])('calls %j, where the body should be, %s', (input, got) => {
    expect(problemsOf(Body, input)).toEqual([{ path: '', expected: 'body', got }]);
  });

  it('names the place, the codec and the kind of value', () => {
    expect(problemsOf(Body, { Id: '12x', Items: [{ Name: 'a' }, { Name: [] }, {}] })).toEqual([
      { path: 'Id', expected: 'integer', got: 'string' },
      { path: 'Items.1.Name', expected: 'text', got: 'list' },
      { path: 'Items.2.Name', expected: 'text', got: 'nothing' },
    ]);
  });

  it('never says the value', () => {
    const told = JSON.stringify(problemsOf(Body, { Id: 'secret-1', Items: ['secret-2', { Name: { 'secret-3': 1 } }] }));
    expect(told).not.toContain('secret');
  });

  it('tells ten problems at most', () => {
    expect(problemsOf(Body, { Items: new Array(44_000).fill(0) })).toHaveLength(10);
  });

  it('cuts a path at 200 characters', () => {
    const deep = fields('deep', { ['k'.repeat(300)]: integer });
    expect(problemsOf(deep, {})).toEqual([{ path: 'k'.repeat(200), expected: 'integer', got: 'nothing' }]);
  });
});

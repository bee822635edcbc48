import { fields, orElse, text, withDropped } from '../../../src/codecs';
import { value } from '../../support/codecs/outcome';

const Content = orElse(fields('content', { Text: text }), { Text: '' });

describe('orElse', () => {
  it.each<[unknown, object]>([
    [{ Text: 'hi' }, { Text: 'hi' }],
    [{ Text: 7 }, { Text: '7' }],
    [{}, { Text: '' }],
    [null, { Text: '' }],
    ['hi', { Text: '' }],
    [undefined, { Text: '' }],
  ])('reads %j as %j', (input, expected) => expect(value(Content, input)).toEqual(expected));

  it('notes what it did without', () => {
    const { dropped } = withDropped(() => Content.decode('hi'));
    expect(dropped).toHaveLength(1);
  });

  it('gives each body its own, so that what one handler writes is not in the next', () => {
    const first = value(Content, null) as { Text: string };
    first.Text = 'secret of user A';
    expect(value(Content, null)).toEqual({ Text: '' });
  });
});

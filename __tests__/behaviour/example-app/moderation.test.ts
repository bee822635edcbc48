import { openimContent, tencentContent } from '../../../example-app/message';
import { moderation } from '../../../example-app/moderation';

const rules = moderation(['spam']);
const refused = (text: string) => rules.some(({ breaks }) => breaks({ type: 'text', text }));

it.each(['buy spam', 'SPAM', 'ｓｐａｍ', 'sp\u200bam', 's\u00adpam', 'x'.repeat(5001)])('refuses %p', (text) => {
  expect(refused(text)).toBe(true);
});

it.each(['', 'see you at the bridge', 'spa, map', 'x'.repeat(5000)])('lets %p through', (text) => {
  expect(refused(text)).toBe(false);
});

it('knows the types and texts of a Tencent message', () => {
  const text = (Text: string) => ({ MsgType: 'TIMTextElem' as const, MsgContent: { Text } });
  const image = { MsgType: 'TIMImageElem' as const, MsgContent: {} };
  expect(tencentContent([text('a'), image, text('b')])).toEqual({ type: 'text + image', text: 'a\nb' });
  expect(tencentContent([])).toEqual({ type: 'empty', text: '' });
});

it.each([
  [101, '{"content":"hello"}', { type: 'text', text: 'hello' }],
  [106, '{"text":"@wei hello"}', { type: 'text', text: '@wei hello' }],
  [102, '{"sourcePicture":{}}', { type: 'image', text: '' }],
  [999, '{}', { type: 'type 999', text: '' }],
  [undefined, 'not JSON', { type: 'unknown', text: '' }],
  [101, 'null', { type: 'text', text: '' }],
  [101, '{"content":5}', { type: 'text', text: '' }],
])('knows the text of an OpenIM message of type %p with %p', (type, content, expected) => {
  expect(openimContent(type, content)).toEqual(expected);
});

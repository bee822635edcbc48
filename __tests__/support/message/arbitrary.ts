/** Contents and elements that a sender's app could have made, messages in messages among them, and some that none would. */
import fc from 'fast-check';

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('spam', '', '{"content":"spam"}', '5', 'a\nb'));
const some = fc.oneof(text, fc.jsonValue({ maxDepth: 2 }));

/** The same object with some names in another case, as Go's decoder takes them. */
const anyCase = (object: fc.Arbitrary<object>) =>
  fc.tuple(object, fc.infiniteStream(fc.nat(5))).map(([one, stream]) => {
    const respelt = (name: string) => (stream.next().value === 0 ? name.toUpperCase() : name);
    return Object.fromEntries(Object.entries(one).map(([name, value]) => [respelt(name), value]));
  });

const record = (model: Record<string, fc.Arbitrary<unknown>>) => anyCase(fc.record(model, { requiredKeys: [] }));

export const contentTypes = fc.oneof(
  fc.constantFrom(101, 102, 105, 106, 107, 108, 109, 110, 113, 114, 115, 117, 118, 119, 1400, 2200),
  fc.integer(),
);

const { openim, tencent } = fc.letrec<{ openim: object; nested: object; tencent: object; relayed: object }>((tie) => ({
  /** What OpenIM's `content` holds. */
  openim: record({
    content: some,
    text: some,
    title: some,
    fileName: some,
    nickname: some,
    description: some,
    data: some,
    abstractList: fc.array(some, { maxLength: 2 }),
    atUserList: fc.array(some, { maxLength: 2 }),
    packets: fc.array(some, { maxLength: 2 }),
    quoteMessage: fc.oneof({ maxDepth: 3 }, some, tie('nested')),
    multiMessage: fc.oneof({ maxDepth: 3 }, some, fc.array(tie('nested'), { maxLength: 2 })),
  }),
  nested: record({
    contentType: fc.oneof(contentTypes, some),
    sendID: some,
    content: fc.oneof(
      { maxDepth: 3 },
      some,
      tie('openim').map((one) => JSON.stringify(one)),
    ),
    textElem: fc.oneof({ maxDepth: 3 }, some, tie('openim')),
    quoteElem: fc.oneof({ maxDepth: 3 }, some, tie('openim')),
    mergeElem: fc.oneof({ maxDepth: 3 }, some, tie('openim')),
    fileElem: fc.oneof({ maxDepth: 3 }, some, tie('openim')),
  }),
  /** An element of Tencent. */
  tencent: fc.record(
    {
      MsgType: fc.oneof(
        fc.constantFrom(
          'TIMTextElem',
          'TIMFileElem',
          'TIMStreamElem',
          'TIMCustomElem',
          'TIMRelayElem',
          'TIMLocationElem',
        ),
        text,
      ),
      MsgContent: fc.record(
        {
          Text: some,
          FileName: some,
          Desc: some,
          Data: some,
          Title: some,
          CompatibleText: some,
          AbstractList: fc.array(some, { maxLength: 2 }),
          Chunks: fc.array(fc.record({ Markdown: some }), { maxLength: 3 }),
          MsgList: fc.oneof({ maxDepth: 3 }, some, fc.array(tie('relayed'), { maxLength: 2 })),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['MsgType'] },
  ),
  relayed: fc.record(
    {
      From_Account: some,
      MsgBody: fc.oneof({ maxDepth: 3 }, some, fc.array(tie('tencent'), { maxLength: 2 })),
      CloudCustomData: some,
    },
    { requiredKeys: [] },
  ),
}));

export const openimContent = fc.oneof(
  text,
  openim.map((one) => JSON.stringify(one)),
);
export const tencentElement = tencent;

export const attached = fc.oneof(
  text,
  fc
    .record({ messageReply: fc.record({ messageAbstract: some, messageSender: some }), messageReference: some })
    .map((one) => JSON.stringify(one)),
);

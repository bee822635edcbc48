/** What each `contentType` of a user's message holds (openimsdk/protocol, constant/constant.go; sdk_struct.go of openim-sdk-core). */

/** The name that a content has where it stands in another message, in lower case. */
export type ElemName = (typeof elems)[number]['name'];

interface Elem {
  readonly name: string;
  readonly types: readonly number[];
  /** Its fields that hold a text. */
  readonly texts: readonly string[];
  /** Its fields that hold a list of texts. */
  readonly lists?: readonly string[];
}

export const elems = [
  { name: 'textelem', types: [101], texts: ['content'] },
  { name: 'pictureelem', types: [102], texts: [] },
  { name: 'soundelem', types: [103], texts: [] },
  { name: 'videoelem', types: [104], texts: [] },
  { name: 'fileelem', types: [105], texts: ['filename'] },
  { name: 'attextelem', types: [106], texts: ['text'] },
  { name: 'atelem', types: [], texts: ['text'] }, // the same in 2.x
  { name: 'mergeelem', types: [107], texts: ['title'], lists: ['abstractlist'] },
  { name: 'cardelem', types: [108], texts: ['nickname'] },
  { name: 'locationelem', types: [109], texts: ['description'] },
  // 119 and 120: without a conversation, and for those who are online.
  { name: 'customelem', types: [110, 119, 120], texts: ['description'] },
  { name: 'typingelem', types: [113], texts: [] },
  { name: 'quoteelem', types: [114], texts: ['text'] },
  { name: 'faceelem', types: [115], texts: [] },
  { name: 'advancedtextelem', types: [117], texts: ['text'] },
  { name: 'messageentityelem', types: [], texts: ['text'] }, // the same in 2.x
  { name: 'markdowntextelem', types: [118], texts: ['content'] },
  { name: 'streamelem', types: [], texts: ['content'], lists: ['packets'] },
] as const satisfies readonly Elem[];

const byType = new Map<unknown, Elem & { name: ElemName }>(
  elems.flatMap((elem) => elem.types.map((type) => [type, elem] as const)),
);
const byName = new Map<string, Elem & { name: ElemName }>(elems.map((elem) => [elem.name, elem]));

export function elemOfType(contentType: number | undefined): ElemName | undefined {
  return byType.get(contentType)?.name;
}

export function elemNamed(name: string): ElemName | undefined {
  return byName.get(name)?.name;
}

/** Where the texts stand in this content; of a type that nobody knows, where they would. */
export function textNames(elem: ElemName | undefined): readonly string[] {
  return elem === undefined ? ['text', 'content'] : (byName.get(elem)?.texts ?? []);
}

/** Where lists of texts stand in it. */
export function listNames(elem: ElemName | undefined): readonly string[] {
  return (elem && byName.get(elem)?.lists) ?? [];
}

/** 1000 and above: what the server tells its apps by a message. */
export function isNotice(contentType: number | undefined): boolean {
  return contentType !== undefined && contentType >= 1000;
}

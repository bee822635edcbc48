/**
 * This file only has to compile: the types that `npm run docs` writes of bodies and commands are those of the catalogue's
 * codecs. Where one is not, the error names the command.
 */
import type { AnyCommand, BodyOf, FieldsOf, WireOf } from '../../../src/catalogue/command';
import type { OpenimCommand } from '../../../src/vendors/openim/catalogue';
import type { topics as openimTopics } from '../../../src/vendors/openim/catalogue/by-topic';
import type { TencentCommand } from '../../../src/vendors/tencent/catalogue';
import type { topics as tencentTopics } from '../../../src/vendors/tencent/catalogue/by-topic';

/** The commands as the entries of the catalogue have them, with the types of their codecs. */
type EntriesOf<Topics> = { [T in keyof Topics]: Topics[T][keyof Topics[T]] }[keyof Topics];

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** What must be the same; the rest follows from it. */
type Facts<C> = C extends AnyCommand
  ? { body: BodyOf<C>; fields: FieldsOf<C> } & Pick<C, 'vendor' | 'event' | 'phase' | 'handler' | 'drops' | 'namesApp'>
  : never;

type Named<C, W> = Extract<C, { wire: W }>;

/** The names of the commands of which the written types are others than those of the codecs. */
type Unlike<Entry extends AnyCommand, Written extends AnyCommand> = {
  [W in Entry['wire'] | Written['wire']]: Same<Facts<Named<Entry, W>>, Facts<Named<Written, W>>> extends true
    ? never
    : W;
}[Entry['wire'] | Written['wire']];

/** The names of the commands whose body as sent is not one that the codec accepts. */
type NotTaken<Entry extends AnyCommand> = {
  [W in Entry['wire']]: WireOf<Named<Entry, W>> extends Named<Entry, W>['sample'] ? never : W;
}[Entry['wire']];

declare function isNone<Names extends never>(...names: Names[]): void;

isNone<Unlike<EntriesOf<typeof tencentTopics>, TencentCommand>>();
isNone<Unlike<EntriesOf<typeof openimTopics>, OpenimCommand>>();
isNone<NotTaken<EntriesOf<typeof tencentTopics>>>();
isNone<NotTaken<EntriesOf<typeof openimTopics>>>();

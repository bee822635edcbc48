import type * as FastCheck from 'fast-check';
import * as t from 'io-ts';
import {
  anyRecord,
  anything,
  BareType,
  boolean,
  FieldsType,
  int32,
  integer,
  integerOrEmpty,
  ListType,
  number,
  OneOrListType,
  OrElseType,
  RespeltType,
  strictText,
  TaggedType,
  text,
} from '../codecs';

type Fc = (typeof FastCheck)['default'];
type Any = FastCheck.Arbitrary<unknown>;

/** Wire forms that a codec decodes; fields that hold the command's name hold `wire`. */
export function codecArbitrary(fc: Fc, codec: t.Mixed, wire: string): Any {
  const scalars = scalarArbitraries(fc);

  function of(codec: t.Mixed): Any {
    const scalar = scalars.get(codec);
    if (scalar !== undefined) return scalar;
    if (codec instanceof FieldsType) return object(codec);
    if (codec instanceof ListType) return list(codec);
    if (codec instanceof OrElseType) return of(codec.codec);
    if (codec instanceof TaggedType) return fc.oneof(...Object.values(codec.members).map(of), of(codec.other));
    if (codec instanceof t.LiteralType) return fc.constant(codec.value);
    if (codec instanceof t.DictionaryType) return fc.dictionary(key, of(codec.codomain), { noNullPrototype: true });
    throw new TypeError(`no arbitrary is known for the codec ${codec.name} (${codec.constructor.name})`);
  }

  const key = fc.stringMatching(/^[a-z]\w{0,8}$/);

  /** An object, or the bare value that a sender may write instead. */
  function object(codec: FieldsType<unknown, unknown>): Any {
    if (codec instanceof BareType) return fc.oneof(fc.string(), of(codec.codec));
    return codec instanceof RespeltType ? respelt(codec) : fields(codec);
  }

  function fields({ required, optional }: FieldsType<unknown, unknown>): Any {
    const field = (name: string, inner: t.Mixed) => (/^callbackCommand$/i.test(name) ? fc.constant(wire) : of(inner));
    const must = Object.entries(required).map(([name, inner]) => [name, field(name, inner)] as const);
    const may = Object.entries(optional).map(([name, inner]) => [name, fc.option(field(name, inner))] as const);
    // A field that the vendor may add later.
    const model = Object.fromEntries([...must, ...may, ['x_undocumented', jsonArbitrary(fc)]]);
    return fc.record(model, { requiredKeys: must.map(([name]) => name), noNullPrototype: true });
  }

  /** Sometimes a field has its second name. */
  function respelt({ codec, firstBySecond }: RespeltType<unknown, unknown, t.Props, t.Props>): Any {
    const names = Object.entries(firstBySecond);
    return fc.tuple(of(codec), fc.boolean()).map(([body, second]) => (second ? renamed(body as object, names) : body));
  }

  function list(codec: ListType<unknown, unknown>): Any {
    const items = fc.oneof(fc.array(of(codec.item), { maxLength: 4 }), fc.constant(null));
    return codec instanceof OneOrListType ? fc.oneof(items, of(codec.item)) : items;
  }

  return of(codec);
}

function renamed(body: object, names: readonly [second: string, first: string][]): object {
  const free = names.filter(([second]) => !Object.hasOwn(body, second));
  const secondOf = new Map(free.map(([second, first]) => [first, second]));
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [secondOf.get(name) ?? name, value]));
}

/** JSON of any shape, without numbers so big that a parser rounds them. */
function jsonArbitrary(fc: Fc): Any {
  const key = fc.stringMatching(/^[a-z]\w{0,8}$/);
  const values = [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)];
  return fc.anything({ key, values, maxDepth: 2, maxKeys: 4, withNullPrototype: false });
}

function scalarArbitraries(fc: Fc): ReadonlyMap<t.Mixed, Any> {
  const string = fc.string({ unit: 'grapheme' });
  const whole = fc.maxSafeInteger();
  // 15 digits are exact in any JSON parser; minus zero comes back as zero.
  const decimal = fc.double({ min: -1e14, max: 1e14, noNaN: true }).map((value) => value + 0);
  const digits = whole.map(String);
  return new Map<t.Mixed, Any>([
    [strictText, string],
    [text, fc.oneof({ weight: 6, arbitrary: string }, whole, decimal, fc.boolean())],
    [int32, fc.integer()],
    [integer, fc.oneof(whole, digits)],
    [integerOrEmpty, fc.oneof(whole, digits, fc.constant(''))],
    [
      number,
      fc.oneof(
        decimal,
        whole,
        fc.integer().map((value) => `${value}.25`),
      ),
    ],
    [boolean, fc.constantFrom(true, false, 'true', 'false', 1, 0)],
    [anything, jsonArbitrary(fc)],
    [anyRecord, fc.dictionary(fc.stringMatching(/^[a-z]\w{0,8}$/), jsonArbitrary(fc), { noNullPrototype: true })],
  ]);
}

import { forgetPrototype, lookAtPrototype, own } from '../../../src/codecs/own-property';

const prototype = Object.prototype as unknown as Record<string, unknown>;

describe('a field that is the own one of its object', () => {
  afterEach(() => {
    forgetPrototype();
    delete prototype.MsgSeq;
  });

  it.each([
    ['looked at', lookAtPrototype],
    ['not looked at', forgetPrototype],
  ])('is found, and nothing that every object inherits, with the prototype %s', (_how, look) => {
    look();
    expect(own({ MsgSeq: 1 }, 'MsgSeq')).toBe(1);
    expect(own({}, 'constructor')).toBeUndefined();
    expect(own({}, 'toString')).toBeUndefined();
    expect(own({ constructor: 'c' }, 'constructor')).toBe('c');
  });

  it('is told from what somebody has added to Object.prototype', () => {
    prototype.MsgSeq = 1;
    lookAtPrototype();
    expect(own({}, 'MsgSeq')).toBeUndefined();
    expect(own({ MsgSeq: 2 }, 'MsgSeq')).toBe(2);
  });

  it('is told from what is added later', () => {
    lookAtPrototype();
    forgetPrototype();
    prototype.MsgSeq = 1;
    expect(own({}, 'MsgSeq')).toBeUndefined();
  });
});

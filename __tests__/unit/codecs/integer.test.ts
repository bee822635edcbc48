import { integer } from '../../../src/codecs';
import { problems, value } from '../../support/codecs/outcome';

describe('integer', () => {
  it.each<[unknown, number]>([
    [0, 0],
    [-1, -1],
    [1204, 1204],
    [1718000216001, 1718000216001],
    ['1718000216001', 1718000216001],
    ['0', 0],
    ['-7', -7],
    ['007', 7],
    [1e3, 1000],
    [-0, -0],
    ['-0', -0],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [String(Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER],
    [String(Number.MIN_SAFE_INTEGER), Number.MIN_SAFE_INTEGER],
  ])('reads %j as %j', (input, expected) => {
    expect(value(integer, input)).toBe(expected);
  });

  it.each<[unknown, string]>([
    [1.5, ': integer, number'],
    [Number.NaN, ': integer, number'],
    [Number.POSITIVE_INFINITY, ': integer, number'],
    [2 ** 53, ': integer, rounded number'],
    [-(2 ** 53), ': integer, rounded number'],
    [1e300, ': integer, rounded number'],
    ['9007199254740992', ': integer, string'],
    ['9007199254740993', ': integer, string'],
    ['-9007199254740992', ': integer, string'],
    ['144115198577104357', ': integer, string'],
    ['00000000000000001', ': integer, string'], // more digits than any whole number has that fits
    ['1e3', ': integer, string'],
    ['', ': integer, string'],
    [' 1', ': integer, string'],
    ['1 ', ': integer, string'],
    ['1\n', ': integer, string'],
    ['0x10', ': integer, string'],
    ['+1', ': integer, string'],
    ['--1', ': integer, string'],
    ['-', ': integer, string'],
    ['1.0', ': integer, string'],
    ['1,000', ': integer, string'],
    ['1n', ': integer, string'],
    ['\u0661', ': integer, string'], // an Arabic-Indic digit one
    ['NaN', ': integer, string'],
    [true, ': integer, boolean'],
    [null, ': integer, null'],
    [undefined, ': integer, nothing'],
    [[1], ': integer, list'],
    [{}, ': integer, object'],
    [1n, ': integer, bigint'],
  ])('refuses %p', (input, expected) => {
    expect(problems(integer, input)).toEqual([expected]);
  });
});

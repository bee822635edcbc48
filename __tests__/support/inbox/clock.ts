/** From now on the wall clock shows this much more, or less, until mocks are restored. */
export function shiftClock(ms: number): void {
  jest.spyOn(Date, 'now').mockImplementation(() => Math.round(performance.timeOrigin + performance.now()) + ms);
}

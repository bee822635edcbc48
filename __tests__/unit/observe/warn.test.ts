import { imCallbacks } from '../../../src';

const sdkAppId = 1400000001;

/** What a receiver with these options warns of at its start. jest's sandbox has a `process` of its own, so it is watched here. */
function warningsOf(...all: object[]): string[] {
  const emitWarning = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
  for (const options of all) (imCallbacks as (options: object) => unknown)(options);
  const calls = emitWarning.mock.calls.map(([sentence]) => String(sentence));
  emitWarning.mockRestore();
  return calls;
}

describe('a receiver that lets everybody in says so at its start', () => {
  it('once each, and never where there is a check', () => {
    const checked = [
      { tencent: { sdkAppId, token: 'x' } },
      { tencent: { apps: [{ sdkAppId, token: 'x' }] } },
      { openim: { secret: 'a'.repeat(16) } },
      { openim: { credentials: { user: 'a', password: 'b' } } },
      { openim: { allowedAddresses: ['::1'] } },
    ];
    expect(warningsOf(...checked)).toEqual([]);

    const open = [{ openim: {} }, { openim: {} }, { tencent: { sdkAppId } }, { tencent: { apps: [{ sdkAppId }] } }];
    expect(warningsOf(...open, { tencent: { sdkAppId, token: 'x', unsignedGrace: true } })).toEqual([
      'openim has no secret, credentials or allowedAddresses: anybody who reaches the URL can send callbacks',
      'tencent has no token: anybody who knows the URL and the SDKAppID can send callbacks',
      'tencent.unsignedGrace is on: callbacks without signature are accepted; switch it off soon',
    ]);
    expect(warningsOf(...open)).toEqual([]);
  });
});

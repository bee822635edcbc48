/** What every hand-made target does alike: the checks of a careful team, and the work of the handler. */
const { hash, timingSafeEqual } = require('node:crypto');
const { sdkAppId, token } = require('../message');

const tolerance = 60;

const sign = (time) => hash('sha256', token + time, 'buffer');

/** SDKAppID, form of the parameters, freshness, signature. */
function isAuthentic({ SdkAppid, Sign, RequestTime }, signatureOf = sign) {
  if (SdkAppid !== sdkAppId || !/^[0-9a-f]{64}$/.test(Sign) || !/^\d{1,12}$/.test(RequestTime)) return false;
  if (Math.abs(Date.now() / 1000 - Number(RequestTime)) > tolerance) return false;
  return timingSafeEqual(Buffer.from(Sign, 'hex'), signatureOf(RequestTime));
}

/** The same with the package's memory: all callbacks of one second are signed alike, so a second is hashed once. */
function withMemory() {
  let last = {};
  const signatureOf = (time) => {
    if (last.time !== time) last = { time, signature: sign(time) };
    return last.signature;
  };
  return (query) => isAuthentic(query, signatureOf);
}

let seen = 0;

/** The handler's work: counted, so that the bench knows that it was really done. */
const save = async (message) => {
  if (message !== undefined && message.GroupId !== '') seen += 1;
};

const ok = { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 };
const forbidden = { ActionStatus: 'FAIL', ErrorInfo: 'forbidden', ErrorCode: 1 };

module.exports = { isAuthentic, withMemory, save, ok, forbidden, countSeen: () => seen };

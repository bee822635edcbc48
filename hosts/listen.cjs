/**
 * Preloaded into each server: whatever port it asks for, it gets a free one of 127.0.0.1, and tells the runner which.
 */
const http = require('node:http');
const net = require('node:net');

for (const { prototype } of [net.Server, http.Server]) {
  const { listen } = prototype;
  prototype.listen = function listenAnywhere(...given) {
    const listening = given.find((one) => typeof one === 'function');
    this.once('listening', () => console.log(`LISTENING ${this.address().port}`));
    prototype.listen = listen; // the first server that listens is ours; frameworks may open others
    return listen.call(this, { port: 0, host: '127.0.0.1' }, listening);
  };
}

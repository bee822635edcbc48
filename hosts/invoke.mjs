/**
 * Stands for AWS API Gateway (HTTP API, payload 2.0): makes an event of each request and calls `handler` of the file
 * given.
 */
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { handler } = await import(pathToFileURL(resolve(process.argv[2])).href);

createServer(async (req, res) => {
  const chunks = await req.toArray();
  const { pathname, search } = new URL(req.url, 'http://localhost');
  const reply = await handler(eventOf(req, pathname, search.slice(1), Buffer.concat(chunks)), {});
  res.writeHead(reply.statusCode, reply.headers);
  res.end(Buffer.from(reply.body ?? '', reply.isBase64Encoded ? 'base64' : 'utf8'));
}).listen(3000);

function eventOf(req, rawPath, rawQueryString, bytes) {
  // The gateway gives bytes that are no text as base64, and says how many there are.
  const headers = { ...req.headers, 'content-length': `${bytes.length}` };
  delete headers['transfer-encoding'];
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    headers,
    requestContext: {
      http: { method: req.method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7' },
      stage: '$default',
    },
    body: bytes.toString('base64'),
    isBase64Encoded: true,
  };
}

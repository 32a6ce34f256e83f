// The Italian interoperability guidelines' rules for OpenAPI that their checker counts as errors, in our own words.
// What it only warns about is left to the reviewer.

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];
const RATE_HEADERS = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];
const SECRET_NAME = /^(?:api[-_]?key|access[-_]?token|token|password|secret)$/i;

/** Every operation with its path and method. */
function operationsOf(document) {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({
      at: `${method.toUpperCase()} ${path}`,
      method,
      operation: item[method],
      parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])],
    })),
  );
}

function resolve(document, value) {
  if (!value?.$ref) return value;
  return value.$ref
    .slice(2)
    .split('/')
    .reduce((found, key) => found?.[key], document);
}

function checkInfo({ info = {}, servers = [] }, wrong) {
  if (!info['x-summary']) wrong('info', 'x-summary is missing');
  if (!info.contact) wrong('info', 'contact is missing');
  if (!/^\d+\.\d+\.\d+/.test(info.version ?? '')) wrong('info', 'version must be semantic');
  if (servers.length === 0) wrong('servers', 'none given');
  for (const { url, description, 'x-sandbox': sandbox } of servers) {
    if (!description) wrong(`server ${url}`, 'description is missing');
    if (!url.startsWith('https://') && sandbox !== true) wrong(`server ${url}`, 'must be https, or marked x-sandbox');
  }
}

function checkResponses({ at, method, operation }, document, wrong) {
  for (const [status, given] of Object.entries(operation.responses ?? {})) {
    const response = resolve(document, given);
    const isError = status === 'default' || Number(status) >= 400;
    if (isError && method !== 'head' && !response.content?.['application/problem+json']) {
      wrong(`${at} ${status}`, 'must answer application/problem+json');
    }
    if (['204', '205', '304'].includes(status) && response.content) wrong(`${at} ${status}`, 'must have no body');
    if (status === '429') {
      const missing = [...RATE_HEADERS, 'Retry-After'].filter((name) => !response.headers?.[name]);
      if (missing.length > 0) wrong(`${at} 429`, `lacks ${missing.join(', ')}`);
    }
  }
}

function checkRequest({ at, method, operation, parameters }, document, wrong) {
  if (['get', 'head'].includes(method) && operation.requestBody) wrong(at, 'must have no request body');
  if (method === 'patch' && !operation.requestBody?.required) wrong(at, 'needs a required body');
  for (const given of parameters) {
    const { in: place, name } = resolve(document, given);
    if (place === 'header' && /^(?:authorization|content-type|accept)$/i.test(name))
      wrong(at, `must not declare ${name}`);
    if (place !== 'header' && SECRET_NAME.test(name)) wrong(at, `must not take a secret as ${name} in the address`);
  }
}

function checkNumbers(node, at, wrong) {
  if (typeof node !== 'object' || node === null) return;
  const isNumber = node.type === 'number' || node.type === 'integer';
  if (isNumber && !node.format && node.const === undefined && !node.enum) wrong(at, 'a number needs a format');
  for (const [key, inner] of Object.entries(node)) if (key !== 'example') checkNumbers(inner, `${at}/${key}`, wrong);
}

/** What in an OpenAPI document the guidelines would refuse: a line per problem. */
export function openapiProblems(document) {
  const problems = [];
  const wrong = (at, why) => problems.push(`${at}: ${why}`);
  checkInfo(document, wrong);
  const operations = operationsOf(document);
  for (const operation of operations) {
    checkResponses(operation, document, wrong);
    checkRequest(operation, document, wrong);
  }
  const ids = operations.map(({ operation }) => operation.operationId);
  if (ids.some((id) => !id) || new Set(ids).size !== ids.length)
    wrong('operations', 'each needs an operationId of its own');
  for (const path of Object.keys(document.paths ?? {})) {
    const words = path.split('/').filter((part) => part && !part.startsWith('{'));
    if (!words.every((word) => /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.json)?$/.test(word))) wrong(path, 'must be kebab-case');
  }
  const status = document.paths?.['/status']?.get?.responses?.['200'];
  if (!resolve(document, status)?.content?.['application/json']) wrong('/status', 'must exist and answer JSON');
  checkNumbers(document.components?.schemas, '#/components/schemas', wrong);
  return problems;
}

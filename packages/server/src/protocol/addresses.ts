import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** Part of an address space, as `10.20.0.0/16`. */
export type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Reads `10.20.0.0/16, ::1/128`; throws where one is none. */
export const readNetworks = (text: string): Network[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ipaddr.parseCIDR(part));

/** An address that the kit may connect to. */
export interface Target {
  readonly address: string;
  readonly family: 4 | 6;
  /** Whether somebody has named its network: only there may a connection be in the clear. */
  readonly isNamed: boolean;
}

/** Why a host is not connected to. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
  readonly code = 'address-refused';
}

/**
 * What a host name stands for now, to be connected to by that very address: asked again, the name could stand for
 * another. Throws an `AddressError` where any of its addresses is not public and in no network that was named; what the
 * resolver says is thrown as it is.
 */
export async function resolveTarget(host: string, named: readonly Network[]): Promise<Target> {
  const literal = literalTarget(host, named);
  if (literal) return literal;
  const targets = (await lookup(host, { all: true })).map(({ address }) => toTarget(address, named));
  if (targets.length === 0) throw new AddressError('The host has no address');
  return targets[0]!;
}

/** What a host that is written as an address stands for; undefined for a name. Throws as `resolveTarget` does. */
export function literalTarget(host: string, named: readonly Network[]): Target | undefined {
  const literal = host.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(literal) ? toTarget(literal, named) : undefined;
}

/** Throws an `AddressError` where a connection would be in the clear outside of the networks that were named. */
export function refuseClear({ protocol }: URL, { isNamed }: Target): void {
  if (protocol !== 'https:' && !(protocol === 'http:' && isNamed))
    throw new AddressError('The connection would be in the clear');
}

function toTarget(address: string, named: readonly Network[]): Target {
  // An IPv4 address in the dress of IPv6 is what it is.
  const parsed = ipaddr.process(address);
  const isNamed = named.some(
    ([network, bits]) => network.kind() === parsed.kind() && parsed.match([network, bits] as never),
  );
  if (!isNamed && !isPublic(parsed)) throw new AddressError('The host is in a network that is not public');
  return { address, family: ipaddr.parse(address).kind() === 'ipv4' ? 4 : 6, isNamed };
}

/** Of IPv6 only what is given out for the internet (RFC 4291 2.4): all that carries an IPv4 address inside is not. */
const isPublic = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  address.range() === 'unicast' &&
  (address.kind() === 'ipv4' || address.match([ipaddr.IPv6.parse('2000::'), 3] as never));

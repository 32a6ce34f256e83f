import type { FastifyBaseLogger } from 'fastify';
import { escalate, type EscalationOptions } from './escalation.ts';

const hourly = 60 * 60_000;

/** Looks for deadlines that have passed, now and every hour. Returns how to stop. */
export function keepEscalating(options: EscalationOptions, log: Pick<FastifyBaseLogger, 'info' | 'warn'>): () => void {
  const look = async (): Promise<void> => {
    try {
      for (const { request, level } of await escalate(options)) log.info({ request, level }, 'A deadline has passed');
    } catch (error) {
      log.warn({ err: error }, 'Deadlines could not be looked at yet');
    }
  };
  void look();
  const timer = setInterval(() => void look(), hourly).unref();
  return () => clearInterval(timer);
}

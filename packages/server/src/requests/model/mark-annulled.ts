import type { ReceiptRegistration } from '@cmto/contract';

interface Registered {
  readonly register?: ReceiptRegistration | undefined;
}

/**
 * What has happened, with every number that was annulled since marked as such, also where it was given: what is out of
 * force is to be seen wherever it stands, and stays readable (DPR 445/2000 art. 54). `standing`: the request and its
 * messages, whose registrations say how they stand today.
 */
export function markAnnulled<Happening extends Registered>(
  happenings: readonly Happening[],
  standing: readonly Registered[],
): Happening[] {
  const annulled = new Set(
    standing.flatMap(({ register }) => (register?.status === 'annulled' ? [numberOf(register)] : [])),
  );
  return happenings.map((happening) =>
    happening.register && annulled.has(numberOf(happening.register))
      ? { ...happening, register: { ...happening.register, status: 'annulled' } }
      : happening,
  );
}

const numberOf = ({ year, number }: ReceiptRegistration): string => `${year}/${number}`;

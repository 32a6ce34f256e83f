/** An adapter that throws has left it unknown what became of what it was asked. */
export async function attempt<Result>(
  work: () => Promise<Result>,
): Promise<Result | { kind: 'unknown'; problem: string }> {
  try {
    return await work();
  } catch (error) {
    return { kind: 'unknown', problem: (error as NodeJS.ErrnoException).code ?? (error as Error).name };
  }
}

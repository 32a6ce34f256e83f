/** How long what was claimed is nobody else's: more than asking a register and sending it everything may take. */
export const leaseTime = 10 * 60_000;

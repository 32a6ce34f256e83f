import { config } from 'zod';

// zod looks whether it may compile code from strings, which a page's policy reports; so it is told not to. Has to come
// before any schema is built.
config({ jitless: true });

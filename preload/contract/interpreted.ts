import { z } from 'zod';

/*
 * The page's policy forbids making code out of text, which the schema library tries as soon as a schema is made. So a preload
 * imports this before anything else of the contract.
 */
z.config({ jitless: true });

import { z } from 'zod';

/*
 * The page's policy forbids making code from text, which the schema library tries as soon as a schema is made. So each
 * preload imports this file before anything else of the contract.
 */
z.config({ jitless: true });

/** The catalogue's shape is part of the contract: the page draws forms from it. */
export type * from '../../../../preload/contract/catalogue.ts';

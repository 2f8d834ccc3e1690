/**
 * Settings for connections that answer pages, as PostgreSQL's startup options. The planner thinks that comparing two lists
 * of keys costs as much as comparing two numbers, and reads all names of a small registry rather than their index: that
 * takes hundreds of milliseconds instead of less than one.
 */
export const throughIndexes = "-c enable_seqscan=off";

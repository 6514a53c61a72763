/** Replaces parts that embeds omit; importing it fails like a file that cannot be loaded. */
throw new Error('expected a page that has this part; an embed leaves it out');

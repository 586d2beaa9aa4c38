throw new Error('the metadata cannot be read')

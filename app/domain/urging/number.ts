/** The number of an urging letter as GB/T 9704 writes it: year in full-width brackets, serial without zeros. */
export const formatUrging = (year: number, serial: number) => `催办〔${year}〕${serial}号`;

/** Version of the kit, told in the one console line about a name already taken. */
export const kitVersion = '0.1.0';

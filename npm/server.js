// What a server imports: there is no page, so there is no element to define.
export {};

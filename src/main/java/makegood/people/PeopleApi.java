package makegood.people;

import makegood.platform.ApiTokens;
import makegood.platform.InvalidInput;
import makegood.platform.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts over REST, for administrators only. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleApi {
    private final People people;
    private final PeopleList list;
    private final ApiTokens tokens;

    PeopleApi(People people, PeopleList list, ApiTokens tokens) {
        this.people = people;
        this.list = list;
        this.tokens = tokens;
    }

    record Issued(String token) {}

    /** A bearer token for a system's account, shown this once; only its digest is stored. */
    @PostMapping("/{account}/tokens")
    ResponseEntity<Issued> issue(@PathVariable String account) throws PersonUnknown {
        list.one(account);
        return ResponseEntity.status(201).header("Cache-Control", "no-store").body(new Issued(tokens.issue(account)));
    }

    /** Revokes every token of the account. */
    @DeleteMapping("/{account}/tokens")
    ResponseEntity<Void> revoke(@PathVariable String account) throws PersonUnknown {
        list.one(account);
        tokens.revokeAll(account);
        return ResponseEntity.noContent().build();
    }

    /** 201 for a new account, 200 for a changed one. Teams and stores are replaced by what is given. */
    @PutMapping("/{account}")
    ResponseEntity<PersonView> put(@PathVariable String account, @RequestBody PersonWanted wanted)
            throws InvalidInput, PersonUnknown {
        boolean made = people.put(account, wanted);
        return ResponseEntity.status(made ? 201 : 200).body(list.one(account));
    }

    @GetMapping("/{account}")
    PersonView one(@PathVariable String account) throws PersonUnknown {
        return list.one(account);
    }

    @GetMapping
    Page<PersonView> all(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size)
            throws InvalidInput {
        Page.check(page, size);
        return list.page(page, size);
    }
}

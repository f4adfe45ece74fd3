package makegood.platform;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Characters beyond the basic plane go out as themselves in UTF-8, not as two escapes. */
@Configuration(proxyBeanMethods = false)
class PlainUnicode {
    @Bean
    Jackson2ObjectMapperBuilderCustomizer wholeCharacters() {
        return json -> json.postConfigurer(mapper -> mapper.getFactory()
                .configure(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8.mappedFeature(), true));
    }
}

"""Over, as a clinician: diagnosing, interpreting, treating, medicating."""

CUES = """
[CLINICIAN diagnoses]
5    you .. have|suffer|suffering|are|might|may|could|showing .. <disorder>
4.5  sounds|looks|seems like|to .. <disorder>|symptoms|symptom|anxiety
4.5  classic|textbook|typical|clear|signs|sign|case of? .. <disorder>|depression|anxiety|symptom|symptoms
     |attachment|trauma|burnout
4    that|this|it is .. <disorder>
4    you are .. clinically|bipolar|narcissistic|codependent|traumatized|manic|psychotic|dissociating
     |catastrophizing|projecting|ruminating
4.5  your .. symptoms|diagnosis|disorder|condition|illness
4.5  symptoms|symptom
4    diagnos*
4    trauma|trigger|stress response|bond|bonding
4    chemical|hormonal imbalance
3.5  serotonin|dopamine|cortisol|amygdala
4    personality disorder|type
4    panic|anxiety attack|disorder
4    attachment style|issues|wound
3    depressive|clinical|disorder|syndrome

[CLINICIAN interprets]
4.5  inner child
4.5  coping|defense mechanism|mechanisms
5    you are <adv>? projecting|repressing|avoiding|dissociating|catastrophizing|overgeneralizing
     |intellectualizing|sabotaging|deflecting
7    you are|in .. denial
-8   you are|were not|never .. denial
4.5  that|this is .. your .. anxiety|depression|trauma|childhood|ego|fear|brain .. talking|speaking
     |response
4.5  because .. your .. childhood|mother|father|upbringing|trauma|parents|past
4    comes|stems|goes from|back .. childhood|trauma|past|mother|father
4    deep down .. you
4    subconscious*|unconscious*|cognitive|distortion|distortions
4    fear of abandonment|intimacy|commitment|failure
3.5  self sabotage|sabotaging|destructive

[CLINICIAN treats]
4    <drug>
5    you .. need|should|take|taking|try|start|stop|get|on .. <drug>
5    how long have you had
4.5  how .. many|often|much|severe|frequently .. do|did|are|is|have .. you|the .. symptoms|attacks
     |episodes|panic|sleep|drink|hours
5    cbt|dbt|emdr|psychotherapy|psychoanalysis
4.5  <number> mg
4.5  cognitive behavioral
4    grounding|breathing|exposure|relaxation exercise|technique|exercises|therapy|techniques
4    mental health treatment|diagnosis|evaluation|assessment
4    treatment|evaluated|assessed|screened
4    family history|any .. history of
-4   how was|is|did .. <clin>
-4   i have|had|was|take|am .. <disorder>|<drug>|symptoms|diagnosed|depression|anxiety
"""
